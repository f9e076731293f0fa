package mainstay.accounts;

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

    @ExceptionHandler(AccountElsewhere.class)
    ResponseEntity<Void> moved(AccountElsewhere elsewhere) {
        return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .location(URI.create(elsewhere.location()))
                .build();
    }
}
