package mainstay.portfolio.profit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Accounting;
import mainstay.portfolio.LedgerState;
import mainstay.portfolio.Portfolio;
import mainstay.portfolio.PortfolioQuery;
import mainstay.portfolio.Segmentation.Segment;
import mainstay.portfolio.profit.WhatIf.Asked;
import mainstay.portfolio.profit.WhatIfView.Field;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Answers what fewer defections would bring, from the firm's own margins and retention of the last twelve months.
@Service
@Transactional(readOnly = true)
class WhatIfBoard {
    /// A ledger that starts up to so many days after the earlier twelve months still covers them.
    private static final int TOLERANCE = 7;

    private static final int MOST = 50;
    private static final Text WHOLE = Text.of("profit.whole");

    private final Portfolio portfolio;
    private final Segmenting segmenting;

    WhatIfBoard(Portfolio portfolio, Segmenting segmenting) {
        this.portfolio = portfolio;
        this.segmenting = segmenting;
    }

    WhatIfView view(WhatIfForm form) {
        List<Field> fields = Arrays.stream(Slider.values())
                .map(slider -> field(slider, form.written(slider)))
                .toList();
        String by = segmenting.chosen(form.by(), form.view());
        Optional<Accounting> now = portfolio.accounting(PortfolioQuery.DEFAULT);
        if (now.isEmpty() || fields.stream().anyMatch(field -> field.refused() != null)) {
            return new WhatIfView(fields, by, segmenting.codes(), null, null, true, null, List.of());
        }
        return answered(form, fields, by, now.get());
    }

    private WhatIfView answered(WhatIfForm form, List<Field> fields, String by, Accounting now) {
        List<AccountTotal> past = before(now);
        Asked asked = asked(form);
        return new WhatIfView(
                fields,
                by,
                segmenting.codes(),
                now.scope().from(),
                now.scope().to(),
                past != null,
                WhatIf.of(WHOLE, Loyalty.of(now.totals(), past), asked),
                parted(form, now.totals(), past, asked));
    }

    private List<WhatIf> parted(
            WhatIfForm form, List<AccountTotal> now, @Nullable List<AccountTotal> past, Asked asked) {
        List<AccountTotal> all = new ArrayList<>(now);
        if (past != null) {
            all.addAll(past);
        }
        Map<Long, Segment> segments = segmenting.of(form.by(), form.view(), all);
        Map<Text, List<AccountTotal>> before = past == null ? Map.of() : Segments.parted(past, segments);
        return Segments.parted(now, segments).entrySet().stream()
                .map(part -> WhatIf.of(
                        part.getKey(),
                        Loyalty.of(
                                part.getValue(), past == null ? null : before.getOrDefault(part.getKey(), List.of())),
                        asked))
                .sorted(Comparator.comparingLong((WhatIf row) -> row.gain() == null ? Long.MIN_VALUE : row.gain())
                        .reversed())
                .limit(MOST)
                .toList();
    }

    /// Sales of the twelve months before; null where the ledger does not reach back that far.
    private @Nullable List<AccountTotal> before(Accounting now) {
        LedgerState state = portfolio.state();
        LocalDate last = now.scope().from().minusDays(1);
        LocalDate first = last.minusYears(1).plusDays(1);
        LocalDate known = state.from();
        if (known == null || known.isAfter(first.plusDays(TOLERANCE))) {
            return null;
        }
        PortfolioQuery usual = PortfolioQuery.DEFAULT;
        return portfolio
                .accounting(new PortfolioQuery(first, last, now.scope().asOf(), false, usual.by(), usual.view()))
                .map(Accounting::totals)
                .orElse(null);
    }

    private static Asked asked(WhatIfForm form) {
        return new Asked(
                number(form, Slider.POINTS),
                number(form, Slider.DISCOUNT),
                number(form, Slider.MARGIN),
                Slider.RETENTION.read(form.written(Slider.RETENTION)));
    }

    private static double number(WhatIfForm form, Slider slider) {
        return slider.read(form.written(slider)).orElse(0.0);
    }

    private static Field field(Slider slider, String written) {
        return new Field(
                slider.code(),
                written,
                slider.least(),
                slider.greatest(),
                slider.takes(written) ? null : Text.of("profit.whatIf.wrong", slider.least(), slider.greatest()));
    }
}
