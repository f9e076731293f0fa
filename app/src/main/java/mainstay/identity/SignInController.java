package mainstay.identity;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@Allowed.Open
class SignInController {

    @GetMapping("/sign-in")
    String page(
            @RequestParam(required = false) String wrong,
            @RequestParam(required = false) String wait,
            @RequestParam(required = false) String out,
            @RequestParam(required = false) String late,
            Model model) {
        String key = wrong != null
                ? "signIn.wrong"
                : wait != null ? "signIn.wait" : out != null ? "signIn.out" : late != null ? "signIn.late" : "";
        model.addAttribute("messageKey", key);
        return "identity/sign-in";
    }
}
