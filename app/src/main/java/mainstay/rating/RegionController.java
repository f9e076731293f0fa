package mainstay.rating;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import mainstay.identity.Acting;
import mainstay.identity.Allowed;
import mainstay.identity.Level;
import mainstay.shared.Problem;
import mainstay.shared.web.Flag;
import mainstay.shared.web.PageContexts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The key-account rule region by region. Sums of groups and totals of regions are for those who see the
/// whole firm.
@Controller
@Allowed.Everyone
class RegionController {
    private final Regions regions;
    private final KeySection section;
    private final PageContexts contexts;

    RegionController(Regions regions, KeySection section, PageContexts contexts) {
        this.regions = regions;
        this.section = section;
        this.contexts = contexts;
    }

    /// @param group whether accounts under common control count as one; as on the portfolio page, they do
    ///   unless told
    @GetMapping("/portfolio/regions")
    ModelAndView page(
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable Flag group,
            HttpServletRequest request) {
        boolean firm = Acting.actor().reaches(Level.BUSINESS);
        boolean grouped = firm && (group == null || group.on());
        ModelAndView page = new ModelAndView("rating/regions")
                .addObject("firm", firm)
                .addObject("grouped", grouped)
                .addObject("regions", regions.all(grouped));
        if (region == null || region.isBlank()) {
            return page.addObject("chosen", null).addObject("lists", List.of());
        }
        RegionSummary chosen =
                regions.named(grouped, region).orElseThrow(() -> new Problem.NotFound("rating.unknownRegion", region));
        return page.addObject("chosen", chosen)
                .addObject(
                        "lists",
                        section.within(Within.firm(grouped).region(chosen.region()), contexts.locale(request)));
    }
}
