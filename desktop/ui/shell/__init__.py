"""The frame around the screens: rail, bars, banners, toasts, palette and key sheet. It knows no post."""
