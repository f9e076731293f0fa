package mainstay.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainstay.shared.web.PageContext.Surroundings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/// Gathers what the layout needs to know about a request.
@Component
public class PageContexts {

    private final Texts texts;
    private final Viewer.Source viewers;
    private final List<NavigationEntry> navigation;
    private final List<PageNotice> notices;
    private final ObjectProvider<ResourceUrlProvider> assets;

    PageContexts(
            Texts texts,
            Viewer.Source viewers,
            ObjectProvider<NavigationEntry> navigation,
            ObjectProvider<PageNotice> notices,
            ObjectProvider<ResourceUrlProvider> assets) {
        this.texts = texts;
        this.viewers = viewers;
        this.navigation = navigation.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        this.notices = notices.stream().toList();
        this.assets = assets;
    }

    /// For who is in front of a request: of its page, or of a file in the same words.
    public PageContext of(HttpServletRequest request, Map<String, ?> model) {
        Viewer viewer = viewers.current();
        Locale language = locale(request, viewer);
        return new PageContext(
                texts,
                language,
                region(request, language),
                viewer,
                viewers.firm(),
                surroundings(request, viewer, model),
                viewers::fullName);
    }

    /// For words that are written outside of any request, as in a mail.
    public PageContext inWords(Locale language) {
        Surroundings surroundings = new Surroundings("", List.of(), List.of(), null, "_csrf", "", path -> path);
        return new PageContext(
                texts, language, language, Viewer.NOBODY, viewers.firm(), surroundings, viewers::fullName);
    }

    /// For nobody in particular, outside of any request.
    PageContext bare(Locale language) {
        Surroundings surroundings = new Surroundings("", List.of(), shownNotices(), null, "_csrf", "", this::versioned);
        return new PageContext(
                texts,
                language,
                language,
                Viewer.NOBODY,
                new Viewer.Firm("", "", ZoneId.systemDefault()),
                surroundings,
                name -> name);
    }

    /// The reader's own choice, else the browser's.
    public Locale locale(HttpServletRequest request) {
        return locale(request, viewers.current());
    }

    private static Locale locale(HttpServletRequest request, Viewer viewer) {
        Locale chosen = viewer.locale();
        return Texts.nearest(chosen == null ? request.getLocale() : chosen);
    }

    /// Where the reader is at home, as far as the browser speaks the language of the page: days are written
    /// differently in London and in New York.
    private static Locale region(HttpServletRequest request, Locale language) {
        return Collections.list(request.getLocales()).stream()
                .filter(wanted -> !wanted.getCountry().isEmpty()
                        && Texts.nearest(wanted).equals(language)
                        && wanted.getLanguage().equals(language.getLanguage()))
                .findFirst()
                .orElse(language);
    }

    private Surroundings surroundings(HttpServletRequest request, Viewer viewer, Map<String, ?> model) {
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Surroundings(
                request.getRequestURI(),
                viewer.name() == null
                        ? List.of()
                        : navigation.stream()
                                .filter(entry -> viewer.reach() >= entry.reach())
                                .toList(),
                shownNotices(),
                model.get(Flash.ATTRIBUTE) instanceof Flash flash ? flash : PageParameters.told(request),
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken(),
                this::versioned);
    }

    private List<String> shownNotices() {
        return notices.stream()
                .map(PageNotice::messageKey)
                .flatMap(Optional::stream)
                .toList();
    }

    private String versioned(String path) {
        @Nullable String address = assets.getObject().getForLookupPath(path);
        return Objects.requireNonNullElse(address, path);
    }
}
