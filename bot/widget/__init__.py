"""The pages an employee sees: conversation, help without script."""
