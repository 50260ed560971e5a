"""Ideas and meetings: the pool, agendas, deciding, and the view for a projector."""
