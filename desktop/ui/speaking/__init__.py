"""Speaking safely, in the window: checks under the editor, who writes now, approvals, promises, preview."""
