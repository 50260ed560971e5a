"""Controls every screen uses. They know the theme and nothing of posts, channels or services."""
