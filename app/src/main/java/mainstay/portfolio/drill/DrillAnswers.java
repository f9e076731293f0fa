package mainstay.portfolio.drill;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import mainstay.portfolio.period.PeriodForm;
import mainstay.shared.Problem;
import mainstay.shared.web.CsvAnswer;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Component;

/// A slice as a file and as a chart.
@Component
class DrillAnswers {
    private final SalesDrill drill;
    private final PageContexts contexts;
    private final Texts texts;

    DrillAnswers(SalesDrill drill, PageContexts contexts, Texts texts) {
        this.drill = drill;
        this.contexts = contexts;
        this.texts = texts;
    }

    void table(Place place, SalesForm form, PeriodForm days, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Locale locale = contexts.locale(request);
        DrillTable table = drill.table(place, form, days).orElseThrow(() -> new Problem.NotFound("portfolio.noSales"));
        CsvAnswer.write(response, table.fileName(), table.header(texts, locale), table.rows(texts, locale));
    }

    List<DrillBars> chart(Place place, SalesForm form, PeriodForm days, HttpServletRequest request) {
        return List.of(DrillBars.of(drill.bars(place, form, days), form, texts, contexts.locale(request)));
    }
}
