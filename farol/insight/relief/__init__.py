"""What the assistant took off people's hands, counted so that it cannot flatter: only once the customer stayed away for three days."""

needs = ("assistant", "figures", "learning", "satisfaction")
