"""What the person at this PC has chosen, and the screen to choose it. It knows no connector."""
