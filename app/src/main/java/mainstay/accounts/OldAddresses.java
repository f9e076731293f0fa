package mainstay.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import mainstay.shared.web.Flash;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Leads from the address of an account that was merged, or from another of its codes, to where it is
/// found. Not for good: a merge can be undone.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class OldAddresses {

    private static final String ACCOUNTS = "/accounts/";

    /// A form was filled in for the account that is no more: it may not be meant for the one that stands for it.
    @ExceptionHandler(AccountElsewhere.class)
    Object moved(AccountElsewhere elsewhere, HttpServletRequest request, RedirectAttributes redirect) {
        if (isForm(request)) {
            Flash.warning(redirect, "account.standsElsewhere", elsewhere.code());
            return "redirect:" + ACCOUNTS + AccountAddress.of(elsewhere.code());
        }
        return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .location(URI.create(address(request, elsewhere.code())))
                .build();
    }

    private static boolean isForm(HttpServletRequest request) {
        return request.getRequestURI().startsWith(ACCOUNTS)
                && !List.of("GET", "HEAD").contains(request.getMethod());
    }

    /// The same page, or the same thing to do, of the other account.
    private static String address(HttpServletRequest request, String code) {
        String path = request.getRequestURI();
        int start = path.indexOf(ACCOUNTS) + ACCOUNTS.length();
        int end = path.indexOf('/', start);
        String rest = end < 0 ? "" : path.substring(end);
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return path.substring(0, start) + AccountAddress.of(code) + rest + query;
    }
}
