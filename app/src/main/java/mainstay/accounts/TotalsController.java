package mainstay.accounts;

import mainstay.identity.Allowed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What stands below the list, asked for after the page is shown.
@Controller
@RequestMapping("/accounts/totals")
@Allowed.Everyone
class TotalsController {

    private final AccountBook book;
    private final ListTotalling totalling;

    TotalsController(AccountBook book, ListTotalling totalling) {
        this.book = book;
        this.totalling = totalling;
    }

    @GetMapping
    ModelAndView totals(ListWish wish, @RequestParam(defaultValue = "1") int page) {
        ListAddress address = wish.address(book.usualSort());
        ListTotals totals = totalling.of(address.filter(), book.columns(address.columns()));
        return new ModelAndView("accounts/totals")
                .addObject("totals", totals)
                .addObject("numbers", PageNumbers.of(page, totals.pages()))
                .addObject("address", address);
    }
}
