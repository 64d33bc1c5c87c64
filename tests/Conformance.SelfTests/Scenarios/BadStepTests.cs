using NUnit.Framework;

namespace Conformance.SelfTests.Scenarios;

/// <summary>One fault in the steps of an otherwise sound file, and exactly what a person is told about it.</summary>
internal sealed class BadStepTests
{
    [TestCase("- journey: login", "- jorney: login", "7:5: \"jorney\" is no verb. Did you mean \"journey\"?")]
    [TestCase("- journey: login", "- journey: logn", "7:14: The journey is \"logn\", which is unknown. Did you mean \"login\"?")]
    [TestCase("    as: attacker", "    ass: attacker", "8:5: The step \"journey\" has no key \"ass\". Did you mean \"as\"?")]
    [TestCase("    as: attacker", "    as: atacker", "8:9: The role is \"atacker\", which is unknown. Did you mean \"attacker\"?")]
    [TestCase("${sp.entity-id}", "${sp.entityid}", "12:15: \"sp\" has no field \"entityid\". Did you mean \"${sp.entity-id}\"?")]
    [TestCase("${sp.entity-id}", "${so.entity-id}", "12:15: Nothing is called \"so\" in \"${so.entity-id}\". Did you mean \"sp\"?")]
    [TestCase("${sp.entity-id}", "${sp}", "12:15: \"${sp}\" names no field. Write one, such as \"${sp.acs}\".")]
    [TestCase("${sp.entity-id}", "${sp.entity-id", "12:15: A \"${\" is not closed by \"}\". Close it, or write \"$${\" for the letters themselves.")]
    [TestCase("${sp.entity-id}", "${case.x}", "12:15: Nothing is called \"case\" in \"${case.x}\". The scenario has no \"cases\". Add them, or write the value.")]
    [TestCase("${sp.entity-id}", "${request.Issuer}", "12:15: Nothing is called \"request\" in \"${request.Issuer}\". Write one of: attacker, case, exempt, idp, integration, outsider, person, sp, victim.")]
    [TestCase("{ within: 60s }", "{ within: soon }", "13:31: The matcher \"within\" is given \"soon\". Write a number with ms, s, m, h or d, such as 10m.")]
    [TestCase("{ within: 60s }", "{ witin: 60s }", "13:23: \"witin\" is no matcher. Did you mean \"within\"?")]
    [TestCase("{ within: 60s }", "{ matches: \"[\" }", "13:32: The matcher \"matches\" is given \"[\". Write a regular expression as .NET knows them.")]
    [TestCase("{ within: 60s }", "{ within: 60s, present: true }", "13:21: Two matchers stand in one map, and a matcher stands alone. Keep the one that says more.")]
    [TestCase("{ signed-in: attacker }", "attacker", "15:14: The session is \"attacker\". Write nobody, no-gain, not-the-victim, whole, at-most-once, or { signed-in: ROLE }.")]
    [TestCase("{ signed-in: attacker }", "nobdy", "15:14: The session is \"nobdy\". Did you mean \"nobody\"?")]
    [TestCase("{ signed-in: attacker }", "{ signed-in: nobody }", "15:27: \"signed-in\" is \"nobody\", which is no role. Write \"session: nobody\".")]
    [TestCase("{ signed-in: attacker }", "nobody", "15:5: The scenario expects \"nobody\" and changes no message, so nothing shows that its way works at all. Add \"control: ADDRESS\" of a scenario that differs in the fault alone and signs in.")]
    [TestCase("  - session: { signed-in: attacker }", "  - click: Next", "15:5: \"Next\" is a text of one product's page, and this scenario runs on every target. Use journey, idp-sign-in or session, or move the file below integrations/.")]
    [TestCase("  - session: { signed-in: attacker }", "  - session", "15:5: A step is a text. Write \"- session: …\".")]
    [TestCase("  - session: { signed-in: attacker }", "  - open: https://dialpad.com/", "15:11: \"https://dialpad.com/\" is one product's address, and this scenario runs on every target. Begin it with a variable such as ${sp.url}.")]
    [TestCase("  - idp-answers: Response\n", "  - idp-answers: Respones\n", "14:18: \"idp-answers\" is \"Respones\", which is unknown. Did you mean \"Response\"?")]
    [TestCase("  - idp-answers: Response\n", "  - idp-answers: Response\n    session: nobody\n", "15:5: \"session\" is a second verb in this step. Begin a step of its own: \"- session: …\".")]
    [TestCase("  - idp-answers: Response\n", "  - subject: attacker\n    idp-answers: Response\n", "14:5: The step begins with \"subject\", and has to begin with its verb. Put \"idp-answers\" first.")]
    [TestCase("  - idp-answers: Response\n", "  - idp-answers: Response\n    tamper:\n      - strip-signatur: all\n", "16:9: \"strip-signatur\" is no edit. Did you mean \"strip-signature\"?")]
    [TestCase("  - idp-answers: Response\n", "  - idp-answers: Response\n    tamper:\n      - strip-signature: respone\n", "16:26: \"of\" of \"strip-signature\" is \"respone\", which is unknown. Did you mean \"response\"?")]
    [TestCase("  - idp-answers: Response\n", "  - idp-answers: Response\n    tamper: [strip-signature]\n", "15:14: The edit \"strip-signature\" lacks \"of\". Write \"strip-signature: of\".")]
    [TestCase("  - idp-answers: Response\n", "  - idp-answers: Response\n    tamper: [replay: x]\n", "15:22: The edit \"replay\" takes nothing. Write the bare word.")]
    [TestCase("  - idp-answers: Response\n", "  - idp-answers: Response\n    tamper:\n      - wrap-signature: { at: x, forg: role }\n", "16:34: The edit \"wrap-signature\" has no \"forg\". Did you mean \"forge\"?")]
    [TestCase("  - idp-answers: Response\n", "  - idp-answers: Response\n    sign: bth\n", "15:11: \"sign\" is \"bth\", which is unknown. Did you mean \"both\"?")]
    [TestCase("  - idp-answers: Response\n", "  - idp-answers: Response\n    unsolicited: yes\n", "15:18: \"unsolicited\" is \"yes\". Write true or false, without quotes.")]
    [TestCase("  - idp-answers: Response\n", "  - idp-answers: Response\n    as: request\n", "15:9: \"request\" already names the step in line 10. Choose another name.")]
    [TestCase("  - idp-answers: Response\n", "  - idp-answers: Response\n    as: idp\n", "15:9: \"as\" is \"idp\", which already means something in variables. Choose another name.")]
    [TestCase("  - idp-answers: Response\n", "  - idp-repeats: reqest\n", "14:18: No earlier step is named \"reqest\" by \"as\". Did you mean \"request\"?")]
    [TestCase("  - idp-answers: Response\n", "  - idp-shows: unasigned\n", "14:16: The page is \"unasigned\", which is unknown. Did you mean \"unassigned\"?")]
    [TestCase("  - idp-answers: Response\n", "  - advance: later\n", "14:14: \"advance\" is \"later\". Write a number with ms, s, m, h or d, such as 10m.")]
    [TestCase("  - idp-answers: Response\n", "  - back: 0\n", "14:11: \"back\" is \"0\". Write a whole number from 1 to 50.")]
    [TestCase("  - idp-answers: Response\n", "  - in-tab: second\n", "14:5: The step \"in-tab\" lacks \"steps\". Add \"steps: …\".")]
    [TestCase("  - idp-answers: Response\n", "  - together: [[{ journey: login }]]\n", "14:15: \"together\" has to be two or more lists of steps, or one and \"times\". Begin each with \"- - verb: …\".")]
    [TestCase("  - idp-answers: Response\n", "  - request: FETCH ${sp.url}\n", "14:14: The request is \"FETCH ${sp.url}\". Write a method and a URL, such as \"GET ${sp.url}/\"; methods are GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS.")]
    [TestCase("  - idp-answers: Response\n", "  - idp-admin: { asign: attacker }\n", "14:18: \"idp-admin\" is \"asign\", which is unknown. Did you mean \"assign\"?")]
    [TestCase("  - idp-answers: Response\n", "  - restart-sp: false\n", "14:17: \"restart-sp\" is false, which does nothing. Write true, or leave the step out.")]
    [TestCase("  - idp-answers: Response\n", "  - see: { heading: Welcome }\n", "14:5: \"Welcome\" is a text of one product's page, and this scenario runs on every target. Use journey, idp-sign-in or session, or move the file below integrations/.")]
    [TestCase("  - idp-answers: Response\n", "  - see: {}\n", "14:10: \"see\" is an empty map. Write at least one of: heading, text, no-text, url.")]
    [TestCase("  - idp-answers: Response\n", "  - hops: []\n", "14:11: \"hops\" has to be a list of requests. Write each as \"- { method: …, url: …, status: … }\".")]
    public void Says_what_is_wrong_and_what_to_do(string find, string put, string told)
    {
        Assert.That(Samples.ProblemsAfter(find, put), Is.EqualTo(told));
    }
}
