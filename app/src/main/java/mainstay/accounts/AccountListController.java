package mainstay.accounts;

import mainstay.identity.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/accounts")
@Allowed.Everyone
class AccountListController {

    private static final int ON_A_PAGE = 50;

    private final AccountBook book;

    AccountListController(AccountBook book) {
        this.book = book;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String manager,
            @RequestParam(required = false) @Nullable String status) {
        AccountFilter filter = AccountFilter.of(q, region, category, manager, status);
        AccountListing listing =
                new AccountListing(filter, sort == null ? book.usualSort() : sort, page, ON_A_PAGE, after);
        return new ModelAndView("accounts/list")
                .addObject("leaf", book.page(listing))
                .addObject("listing", listing)
                .addObject("choices", book.choices())
                .addObject("address", new ListAddress(filter, listing.sort()));
    }

    /// The number of accounts behind a filter, asked for after the page is shown.
    @GetMapping("/count")
    ModelAndView count(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String manager,
            @RequestParam(required = false) @Nullable String status) {
        AccountFilter filter = AccountFilter.of(q, region, category, manager, status);
        return new ModelAndView("accounts/count").addObject("count", book.count(filter));
    }
}
