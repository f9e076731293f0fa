package mainstay.planning.deck;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import mainstay.identity.Allowed;
import mainstay.identity.NeedsScope;
import mainstay.identity.TokenScope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The same file for programs. It tells what the archive says, so that it needs the scope for that.
@RestController
@Tag(name = "Plans")
@Allowed.Everyone
@NeedsScope(TokenScope.READ_ARCHIVE)
class DeckApi {

    private final DeckAnswer answer;

    DeckApi(DeckAnswer answer) {
        this.answer = answer;
    }

    /// Slides for an office program.
    ///
    /// @param language `en`, `zh-CN` or `zh-TW`; left out: that of the request
    /// @param plan     number of a plan of the account; left out: the one that runs
    @GetMapping("/api/v1/accounts/{code}/deck.pptx")
    ResponseEntity<byte[]> slides(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(required = false) @Nullable Long plan,
            HttpServletRequest request) {
        return answer.of(code, DeckForm.PPTX, language, plan, "api", request);
    }

    /// The same on paper.
    @GetMapping("/api/v1/accounts/{code}/deck.pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(required = false) @Nullable Long plan,
            HttpServletRequest request) {
        return answer.of(code, DeckForm.PDF, language, plan, "api", request);
    }
}
