package mainstay.portfolio;

import java.util.List;
import java.util.Locale;

/// A part of the portfolio page that a module above contributes.
public interface PortfolioSection {

    int order();

    /// Lists in the reader's language, over accounts or over groups.
    List<Findings> lists(boolean group, Locale locale);
}
