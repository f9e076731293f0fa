package mainstay.planning.deck;

import jakarta.servlet.http.HttpServletRequest;
import mainstay.identity.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The deck of an account for the meeting about its plan.
@Controller
@Allowed.Everyone
class DeckController {

    private final DeckAnswer answer;

    DeckController(DeckAnswer answer) {
        this.answer = answer;
    }

    /// @param language empty for the reader's own
    /// @param plan     left out for the one that runs
    @GetMapping("/accounts/{code}/deck.{form:pptx|pdf}")
    ResponseEntity<byte[]> file(
            @PathVariable String code,
            @PathVariable String form,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(required = false) @Nullable Long plan,
            HttpServletRequest request) {
        return answer.of(code, DeckForm.of(form), language, plan, "export", request);
    }
}
