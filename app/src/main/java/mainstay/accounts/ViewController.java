package mainstay.accounts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainstay.accounts.ViewChange.Kept;
import mainstay.accounts.ViewChange.Refused;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Allowed;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/accounts/views")
@Allowed.Everyone
class ViewController {

    private static final String PAGE = "redirect:/accounts/views";

    private final ViewDesk desk;
    private final AccountBook book;
    private final UserDesk users;

    ViewController(ViewDesk desk, AccountBook book, UserDesk users) {
        this.desk = desk;
        this.book = book;
        this.users = users;
    }

    @GetMapping
    ModelAndView all(ListWish wish) {
        return page(wish, "", null);
    }

    @GetMapping("/menu")
    ModelAndView menu(ListWish wish) {
        return new ModelAndView("accounts/view-menu").addObject("shelf", shelf(wish));
    }

    @GetMapping("/{id}")
    String open(@PathVariable long id) {
        return "redirect:" + desk.open(id).path();
    }

    @PostMapping
    ModelAndView save(
            ListWish wish,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(defaultValue = "false") boolean usual,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        String query = wish.address(book.usualSort()).query();
        return switch (desk.save(name, shared, usual, query)) {
            case Kept kept -> {
                Flash.success(redirect, "lists.view.saved", kept.view().name());
                yield new ModelAndView("redirect:" + kept.view().path());
            }
            case Refused refused -> {
                response.setStatus(422);
                yield page(wish, name, Text.of(refused.messageKey(), refused.argument()));
            }
        };
    }

    @PostMapping("/{id}/name")
    String rename(@PathVariable long id, @RequestParam(defaultValue = "") String name, RedirectAttributes redirect) {
        return told(desk.rename(id, name), "lists.view.renamed", redirect);
    }

    @PostMapping("/{id}/sharing")
    String share(@PathVariable long id, @RequestParam boolean shared, RedirectAttributes redirect) {
        return told(desk.share(id, shared), shared ? "lists.view.nowShared" : "lists.view.nowOwn", redirect);
    }

    @PostMapping("/{id}/state")
    String keep(@PathVariable long id, ListWish wish, RedirectAttributes redirect) {
        ViewChange change = desk.keep(id, wish.address(book.usualSort()).query());
        String page = told(change, "lists.view.kept", redirect);
        return change instanceof Kept kept ? "redirect:" + kept.view().path() : page;
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable long id, RedirectAttributes redirect) {
        Flash.success(redirect, "lists.view.removed", desk.remove(id).name());
        return PAGE;
    }

    @PostMapping("/{id}/return")
    String bringBack(@PathVariable long id, RedirectAttributes redirect) {
        return told(desk.bringBack(id), "lists.view.returned", redirect);
    }

    /// With 0 the list opens with all open accounts again.
    @PostMapping("/{id}/opening")
    String openWith(@PathVariable long id, RedirectAttributes redirect) {
        desk.openWith(id);
        Flash.success(redirect, id == 0 ? "lists.view.opensWithAll" : "lists.view.opensWith");
        return PAGE;
    }

    private static String told(ViewChange change, String doneKey, RedirectAttributes redirect) {
        switch (change) {
            case Kept kept -> Flash.success(redirect, doneKey, kept.view().name());
            case Refused refused -> Flash.warning(redirect, refused.messageKey(), refused.argument());
        }
        return PAGE;
    }

    private ModelAndView page(ListWish wish, String name, @Nullable Text refusal) {
        return new ModelAndView("accounts/views")
                .addObject("shelf", shelf(wish))
                .addObject("name", name)
                .addObject("refusal", refusal);
    }

    private ViewShelf shelf(ListWish wish) {
        Map<Long, String> owners = new HashMap<>();
        for (User user : users.all()) {
            owners.put(user.id(), user.fullName());
        }
        ListAddress address = wish.address(book.usualSort());
        List<ViewShelf.Entry> entries = desk.all().stream()
                .map(view -> new ViewShelf.Entry(
                        view, owners.getOrDefault(view.ownerId(), ""), isOwn(view), desk.mayChange(view)))
                .toList();
        return new ViewShelf(address, book.sortLabel(address.sort()), columnLabels(address), entries, desk.removed());
    }

    private List<String> columnLabels(ListAddress address) {
        return address.columns().isUsual()
                ? List.of()
                : book.columns(address.columns()).stream()
                        .map(ListColumn::labelKey)
                        .toList();
    }

    private static boolean isOwn(SavedView view) {
        return Acting.now().map(Actor::id).filter(view::isOf).isPresent();
    }
}
