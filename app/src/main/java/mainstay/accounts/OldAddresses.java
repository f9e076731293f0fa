package mainstay.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Leads from the address of an account that was merged, or from another of its codes, to where it is
/// found. Not for good: a merge can be undone.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class OldAddresses {

    private static final String ACCOUNTS = "/accounts/";

    @ExceptionHandler(AccountElsewhere.class)
    ResponseEntity<Void> moved(AccountElsewhere elsewhere, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .location(URI.create(address(request, elsewhere.code())))
                .build();
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
