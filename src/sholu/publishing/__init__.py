"""What people read: the brief, dossiers, highlighted pages."""
