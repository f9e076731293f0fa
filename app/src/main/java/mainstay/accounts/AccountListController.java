package mainstay.accounts;

import jakarta.servlet.http.HttpServletRequest;
import mainstay.identity.Acting;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/accounts")
@Allowed.Everyone
class AccountListController {

    static final int ON_A_PAGE = 50;

    private final AccountBook book;
    private final ViewDesk views;

    AccountListController(AccountBook book, ViewDesk views) {
        this.book = book;
        this.views = views;
    }

    /// The bare address opens with the view that the reader chose for it. All that the page asks, it asks in
    /// one transaction.
    @GetMapping
    @Transactional(readOnly = true)
    public ModelAndView list(
            ListWish wish,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable Long after,
            HttpServletRequest request) {
        if (request.getQueryString() == null) {
            SavedView usual = views.usual().orElse(null);
            if (usual != null) {
                return new ModelAndView("redirect:" + usual.path());
            }
        }
        ListAddress address = wish.address(book.usualSort());
        AccountListing listing =
                new AccountListing(address.filter(), address.sort(), page, ON_A_PAGE, after, address.columns());
        AccountBook.Opened opened = book.open(listing);
        return new ModelAndView("accounts/list")
                .addObject("leaf", opened.leaf())
                .addObject("listing", listing)
                .addObject("choices", opened.choices())
                .addObject("address", address)
                .addObject(
                        "view", address.view() > 0 ? views.find(address.view()).orElse(null) : null)
                .addObject("mayAssign", Acting.actor().is(Role.ADMINISTRATOR, Role.DIRECTOR));
    }
}
