"""Due times in the window: on cards, beside a case, in dialogs and in the settings."""
