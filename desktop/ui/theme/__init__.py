"""The look of the program: colours, type, icons and the style sheet. It knows nothing of posts."""
