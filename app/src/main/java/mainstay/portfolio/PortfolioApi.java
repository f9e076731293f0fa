package mainstay.portfolio;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import mainstay.identity.Allowed;
import mainstay.shared.Problem;
import mainstay.shared.web.Flag;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/portfolio")
@Tag(name = "Portfolio")
@Allowed.Everyone
class PortfolioApi {
    private final Portfolio portfolio;

    PortfolioApi(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    /// The parameters of the page, and those of the command line by their names there.
    record Question(
            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate from,

            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate to,

            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate asOf,

            @BindParam("as-of") @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate knownOn,

            @Nullable Flag group,
            @Nullable String by,
            @Nullable String view,
            @Nullable Flag gross) {

        PortfolioQuery query() {
            if (asOf != null && knownOn != null && !asOf.equals(knownOn)) {
                throw new Problem.Invalid("error.contradiction", "asOf", "as-of");
            }
            return new PortfolioForm(group != null && group.on(), by, checkedView())
                    .query(from, to, asOf == null ? knownOn : asOf);
        }

        private @Nullable String checkedView() {
            if (gross == null) {
                return view;
            }
            String asked = gross.on() ? "gross" : "net";
            if (view != null && !view.isBlank() && !view.equalsIgnoreCase(asked)) {
                throw new Problem.Invalid("error.contradiction", "view", "gross");
            }
            return asked;
        }
    }

    @GetMapping
    PortfolioReport report(Question question) {
        return portfolio.report(question.query());
    }
}
