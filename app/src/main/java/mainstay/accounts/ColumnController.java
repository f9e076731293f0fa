package mainstay.accounts;

import java.util.List;
import mainstay.identity.Allowed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// Chooses the columns of the list. Every step is an address, so links are all it takes.
@Controller
@RequestMapping("/accounts/columns")
@Allowed.Everyone
class ColumnController {

    private final AccountBook book;

    ColumnController(AccountBook book) {
        this.book = book;
    }

    @GetMapping
    ModelAndView choose(ListWish wish) {
        ListAddress address = wish.address(book.usualSort());
        List<ListColumn> shown = book.columns(address.columns());
        ColumnChoice choice =
                ColumnChoice.of(shown.stream().map(ListColumn::key).toList());
        List<ListColumn> others = book.available().stream()
                .filter(column -> shown.stream().noneMatch(other -> other.key().equals(column.key())))
                .toList();
        return new ModelAndView("accounts/columns")
                .addObject("chooser", new ColumnChooser(address, choice, shown, others));
    }
}
