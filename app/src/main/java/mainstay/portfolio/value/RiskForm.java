package mainstay.portfolio.value;

import org.jspecify.annotations.Nullable;

/// Which part of the list of accounts at risk an address asks for.
///
/// @param risk `gone` for those that are probably gone, else those that can still be saved
/// @param page from 1 on
record RiskForm(@Nullable String risk, @Nullable Integer page) {
    static final RiskForm FIRST = new RiskForm(null, null);

    boolean gone() {
        return "gone".equals(risk);
    }

    int number() {
        return Paging.number(page);
    }
}
