"""What HQ sends to people's phones and mail boxes: gateways, the outbox, and what is said."""
