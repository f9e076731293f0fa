package mainstay.shared.web;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// How a form that was sent in is answered.
public final class FormAnswer {

    private FormAnswer() {}

    /// The form again with what cannot be taken, or on to where its work is seen.
    ///
    /// @param refusals by field
    /// @param again    the page of the form
    /// @param path     of the page that follows where nothing is refused
    /// @param doneKey  message key of the sentence that it shows
    public static ModelAndView of(
            Map<String, Text> refusals,
            Supplier<ModelAndView> again,
            RedirectAttributes redirect,
            String path,
            String doneKey) {
        return of(!refusals.isEmpty(), again, redirect, path, doneKey);
    }

    /// The same, where it is known only whether something is refused.
    public static ModelAndView of(
            boolean refused, Supplier<ModelAndView> again, RedirectAttributes redirect, String path, String doneKey) {
        if (!refused) {
            Flash.success(redirect, doneKey);
            return new ModelAndView("redirect:" + path);
        }
        ModelAndView page = again.get();
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
