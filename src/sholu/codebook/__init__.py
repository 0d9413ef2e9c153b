"""What the words mean, as data: event types, contexts, sectors, hedges."""
