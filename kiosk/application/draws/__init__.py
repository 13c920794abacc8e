"""Prize draws that anyone can check: wheels, draws on the stage, receipts."""
