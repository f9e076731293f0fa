package mainstay.ledger;

import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.ledger.UnitDecision.Kept;
import mainstay.ledger.UnitDecision.Refused;
import mainstay.shared.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/settings/units")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
class UnitController {

    private static final String BACK = "redirect:/settings/units";

    private final UnitDesk desk;

    UnitController(UnitDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView page() {
        return page(UnitWish.EMPTY, null);
    }

    /// What stands below the field while somebody types a product.
    @GetMapping("/products")
    ModelAndView products(@RequestParam(defaultValue = "") String product) {
        return new ModelAndView("ledger/unit-products").addObject("products", desk.products(product));
    }

    @PostMapping
    ModelAndView settle(
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String factor,
            @RequestParam(required = false) @Nullable String base,
            RedirectAttributes redirect) {
        UnitWish wish = UnitWish.of(product, unit, factor, base);
        return switch (desk.settle(wish)) {
            case Kept kept -> {
                Flash.success(redirect, "units.kept", wish.unit(), wish.factor(), wish.base());
                yield new ModelAndView(BACK);
            }
            case Refused refused -> {
                ModelAndView again = page(wish, refused);
                again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield again;
            }
        };
    }

    @PostMapping("/{product}/removal")
    String remove(@PathVariable long product, @RequestParam String unit, RedirectAttributes redirect) {
        desk.remove(product, unit);
        Flash.success(redirect, "units.removed", unit);
        return BACK;
    }

    private ModelAndView page(UnitWish wish, @Nullable Refused refused) {
        return new ModelAndView("ledger/units")
                .addObject("units", desk.all())
                .addObject("wish", wish)
                .addObject("known", desk.known())
                .addObject("products", desk.products(wish.product()))
                .addObject("refusal", refused == null ? null : refused.why())
                .addObject("wrong", refused == null ? "" : refused.field());
    }
}
