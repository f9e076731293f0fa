package mainstay.portfolio.drill;

import mainstay.shared.web.Text;

/// One of several ways to look at the same.
public record Tab(Text name, String address, boolean chosen) {}
