"""What HQ says of papers: the chain's brand."""
