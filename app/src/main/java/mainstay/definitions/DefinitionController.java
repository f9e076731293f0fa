package mainstay.definitions;

import jakarta.servlet.http.HttpServletRequest;
import mainstay.identity.Allowed;
import mainstay.shared.Problem;
import mainstay.shared.web.PageContexts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/definitions")
@Allowed.Everyone
class DefinitionController {

    private final Definitions definitions;
    private final PageContexts contexts;

    DefinitionController(Definitions definitions, PageContexts contexts) {
        this.definitions = definitions;
        this.contexts = contexts;
    }

    @GetMapping
    ModelAndView index(HttpServletRequest request) {
        return page(definitions
                .index(contexts.locale(request))
                .orElseThrow(() -> new Problem.NotFound("definition.unknown", "README")));
    }

    @GetMapping("/{name}")
    ModelAndView one(@PathVariable String name, HttpServletRequest request) {
        return page(definitions
                .named(name, contexts.locale(request))
                .orElseThrow(() -> new Problem.NotFound("definition.unknown", name)));
    }

    private static ModelAndView page(Definition definition) {
        return new ModelAndView("definitions/page").addObject("definition", definition);
    }
}
