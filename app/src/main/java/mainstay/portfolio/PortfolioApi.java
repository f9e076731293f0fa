package mainstay.portfolio;

import io.swagger.v3.oas.annotations.tags.Tag;
import mainstay.identity.Allowed;
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

    @GetMapping
    PortfolioReport report(PortfolioForm form) {
        return portfolio.report(form.query());
    }
}
