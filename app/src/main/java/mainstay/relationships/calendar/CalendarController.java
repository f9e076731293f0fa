package mainstay.relationships.calendar;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Allowed;
import mainstay.identity.FeedKeys;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import mainstay.shared.web.PublicAddress;
import mainstay.shared.web.Texts;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The own calendar, and the address at which programs read it: whoever has that address reads it, without signing in.
@Controller
@Allowed.Everyone
class CalendarController {

    private static final String OWN = "/activities/calendar";
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final FeedKeys keys;
    private final CalendarFeed feed;
    private final PublicAddress address;

    CalendarController(FeedKeys keys, CalendarFeed feed, PublicAddress address) {
        this.keys = keys;
        this.feed = feed;
        this.address = address;
    }

    @GetMapping(OWN)
    ModelAndView own() {
        return page("");
    }

    /// @param fresh address that was made just now and is shown once
    private ModelAndView page(String fresh) {
        return new ModelAndView("relationships/calendar")
                .addObject("standing", keys.own().orElse(null))
                .addObject("others", feed.others())
                .addObject("fresh", fresh);
    }

    @PostMapping(OWN)
    ModelAndView renew(HttpServletRequest request) {
        String root = address.url().isBlank()
                ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
                : address.url().strip().replaceAll("/+$", "");
        return page(root + "/calendar/" + keys.renew() + ".ics");
    }

    @PostMapping(OWN + "/revocation")
    String revoke(RedirectAttributes redirect) {
        keys.revoke();
        Flash.success(redirect, "calendar.revoked");
        return "redirect:" + OWN;
    }

    /// Who knows no secret learns nothing, not even whether there was one.
    @GetMapping("/calendar/{secret}.ics")
    @Allowed.Open
    ResponseEntity<String> feed(@PathVariable String secret, HttpServletRequest request) {
        return answer(Acting.as(owner(secret), () -> feed.own(Texts.nearest(request.getLocale()))));
    }

    /// What another module has for the same calendar.
    @GetMapping("/calendar/{secret}/{code}.ics")
    @Allowed.Open
    ResponseEntity<String> other(@PathVariable String secret, @PathVariable String code, HttpServletRequest request) {
        return answer(Acting.as(owner(secret), () -> feed.other(code, Texts.nearest(request.getLocale())))
                .orElseThrow(CalendarController::unknown));
    }

    private Actor owner(String secret) {
        return keys.owner(secret).orElseThrow(CalendarController::unknown);
    }

    private static Problem unknown() {
        return new Problem.NotFound("calendar.unknown");
    }

    private static ResponseEntity<String> answer(String calendar) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
                .header("X-Robots-Tag", "noindex")
                .body(calendar);
    }
}
