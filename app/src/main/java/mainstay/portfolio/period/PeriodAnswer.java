package mainstay.portfolio.period;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/// A page whose days are chosen: where those asked for cannot be taken, its status says so as well.
public final class PeriodAnswer {

    private PeriodAnswer() {}

    public static ModelAndView of(ModelAndView page, @Nullable Chosen period) {
        if (period != null && period.refused() != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
