package mainstay.shared.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Renders the precompiled templates; a view's name is the template's path below `jte/` without its ending.
@Component
class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "mainstay.pages");
    private final PageContexts contexts;

    JteViews(PageContexts contexts) {
        this.contexts = contexts;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith("redirect:") || name.startsWith("forward:")) {
            return null;
        }
        return new JteView(name + ".jte");
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 100;
    }

    /// Rendered whole before the first byte is sent: an error inside a page becomes an error page, not half a
    /// page. Sent in one piece: each of the many small ones would pass all filters by itself.
    private final class JteView implements View {

        private final String template;

        JteView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            Map<String, Object> parameters = new HashMap<>();
            if (model != null) {
                parameters.putAll(model);
            }
            parameters.put("page", contexts.of(request, model == null ? Map.of() : model));
            PageBytes whole = new PageBytes();
            engine.render(template, parameters, whole);
            response.setContentType(getContentType());
            response.setContentLength(whole.length());
            whole.sendTo(response.getOutputStream());
        }
    }
}
