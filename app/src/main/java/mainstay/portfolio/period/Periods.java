package mainstay.portfolio.period;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import mainstay.identity.FirmDesk;
import mainstay.portfolio.period.Chosen.Option;
import mainstay.shared.Period;
import mainstay.shared.Problem;
import mainstay.shared.Sql;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Settles which days are meant.
@Service
@Transactional(readOnly = true)
public class Periods {
    private static final String DEFAULT = "12m";

    private final JdbcClient jdbc;
    private final FirmDesk firm;

    Periods(JdbcClient jdbc, FirmDesk firm) {
        this.jdbc = jdbc;
        this.firm = firm;
    }

    /// @param address of the page, with all parameters but those of the period
    /// @return nothing while the ledger is empty and no day was named
    /// @throws Problem.Invalid where it cannot be taken, as files, charts and programs are told
    public Optional<Chosen> chosen(PeriodForm form, Address address) {
        PeriodForm.Asked asked = form.read();
        LedgerReach reach = reach();
        LocalDate asOf = asked.asOf() != null ? asked.asOf() : reach.to();
        return asOf == null ? Optional.empty() : Optional.of(chosen(asked, address, asOf, reach));
    }

    /// As a page shows it: what cannot be taken is said at the picker, and the usual days stand in for it.
    public Optional<Chosen> shown(PeriodForm form, Address address) {
        if (!form.comparesWithKnown()) {
            return comparedAsUsual(form, address);
        }
        try {
            return chosen(form, address);
        } catch (Problem.Invalid refused) {
            return chosen(form.usual(), address).map(usual -> usual.instead(form.refused(refused)));
        }
    }

    /// Days that can be taken stay; of days and a comparison that cannot be, the days are said.
    private Optional<Chosen> comparedAsUsual(PeriodForm form, Address address) {
        return shown(form.withoutComparison(), address)
                .map(usual -> usual.refused() == null ? usual.instead(form.refusedComparison()) : usual);
    }

    private Chosen chosen(PeriodForm.Asked form, Address page, LocalDate asOf, LedgerReach reach) {
        Spans spans = new Spans(asOf, firm.settings().fiscalYearStart());
        Span span = span(form, spans);
        Versus versus = form.versus();
        Period compared = versus.of(span.days()).orElse(null);
        Address asked = form.on(page);
        return new Chosen(
                span,
                asOf,
                versus,
                compared,
                compared != null && reach.covers(compared),
                spans.offered(reach.from()).stream()
                        .map(group -> group.stream()
                                .map(one -> option(one, span, asked))
                                .toList())
                        .toList(),
                Arrays.stream(Versus.values())
                        .map(one -> option(one, versus, span.days(), asked))
                        .toList(),
                asked);
    }

    private static Span span(PeriodForm.Asked form, Spans spans) {
        if (form.period() != null) {
            return spans.named(form.period());
        }
        if (form.from() == null && form.to() == null) {
            return spans.named(DEFAULT);
        }
        LocalDate to = form.to() == null || form.to().isAfter(spans.asOf()) ? spans.asOf() : form.to();
        return spans.free(form.from() == null ? Period.yearEnding(to).from() : form.from(), to);
    }

    private static Option option(Span offered, Span chosen, Address page) {
        return new Option(
                offered.name(),
                offered.days(),
                page.without("from", "to").with("period", offered.code()).toString(),
                offered.code().equals(chosen.code()));
    }

    private static Option option(Versus offered, Versus chosen, Period days, Address page) {
        @Nullable Period compared = offered.of(days).orElse(null);
        return new Option(
                Text.of("period.versus." + offered.code()),
                compared,
                page.with("compare", offered.code()).toString(),
                offered == chosen);
    }

    private LedgerReach reach() {
        return jdbc.sql("select data_from, data_to from ledger.pub_state")
                .query((row, number) -> new LedgerReach(Sql.date(row, "data_from"), Sql.date(row, "data_to")))
                .single();
    }
}
