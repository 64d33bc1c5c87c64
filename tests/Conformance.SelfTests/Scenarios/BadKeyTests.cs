using NUnit.Framework;

namespace Conformance.SelfTests.Scenarios;

/// <summary>One fault in the keys of a scenario of an otherwise sound file, and exactly what a person is told about it.</summary>
internal sealed class BadKeyTests
{
    [TestCase("level: must", "levle: must", "3:1: The scenario has no key \"levle\". Did you mean \"level\"?")]
    [TestCase("level: must\n", "", "1:1: The scenario lacks \"level\". Add \"level: …\".")]
    [TestCase("level: must", "level: Must", "3:8: \"Must\" is no level. Did you mean \"must\"?")]
    [TestCase("level: must", "level: [must]", "3:8: \"level\" is a list, and has to be a text. Write \"level: text\".")]
    [TestCase("level: must", "level:", "3:7: \"level\" holds nothing, and has to be a text. Write it, or leave the key out.")]
    [TestCase("level: must\nspec", "spec", "1:1: The scenario lacks \"level\". Add \"level: …\".")]
    [TestCase("tags: [smoke]\n", "tags: [smoke]\nlevel: must\n", "6:1: \"level\" stands here a second time, first in line 3. Remove one of them.")]
    [TestCase("MUST", "must", "2:14: The requirement does not say how much it binds. Use one of these words in capitals: MUST, REQUIRED, SHALL, SHOULD, RECOMMENDED, MAY, OPTIONAL.")]
    [TestCase("Response.\n", "Response\n", "2:14: The requirement ends without a full stop. Write one whole sentence.")]
    [TestCase("provider\n", "provider.\n", "1:7: The name ends with a full stop. Remove it.")]
    [TestCase("steps:\n", "given: { sp: dialpad }\nsteps:\n", "6:10: \"sp\" cannot be given. The target that is run decides it: remove the line.")]
    [TestCase("steps:\n", "given: { person: alce }\nsteps:\n", "6:18: \"alce\" is not in fixtures/people. Did you mean \"alice\"?")]
    [TestCase("steps:\n", "given: { idp: \"\" }\nsteps:\n", "6:15: The role \"idp\" is given \"\". Write the name of a file in fixtures/identity-providers without \".yaml\".")]
    [TestCase("steps:\n", "given: { needs: [encription] }\nsteps:\n", "6:18: The claim is \"encription\", which is unknown. Did you mean \"encryption\"?")]
    [TestCase("steps:\n", "given: {}\nsteps:\n", "6:8: \"given\" is an empty map. Write \"role: fixture\" or \"needs: [claim]\", or leave \"given\" out.")]
    [TestCase("steps:\n", "control: saml/logn\nsteps:\n", "6:10: There is no scenario \"saml/logn\" to be the control. Did you mean \"saml/login\"?")]
    [TestCase("steps:\n", "control: saml/x\nsteps:\n", "6:10: The control \"saml/x\" is this scenario itself. Name one that differs in the fault alone and signs in.")]
    [TestCase("steps:\n", "control: ${sp.url}\nsteps:\n", "6:10: \"control\" is \"${sp.url}\". Only \"${case.…}\" may stand in it: a control is chosen before anything is played.")]
    [TestCase("[saml-profiles/4.1.4.3]", "[]", "4:7: \"spec\" is an empty list. Write where the requirement is written, such as saml-profiles/4.1.4.3, CVE-2025-29775, IIP-SP08 or check/NEG-13.")]
    [TestCase("[saml-profiles/4.1.4.3]", "[saml profiles]", "4:8: \"saml profiles\" is no reference to a specification. Write one such as saml-profiles/4.1.4.3, CVE-2025-29775, IIP-SP08 or check/NEG-13.")]
    [TestCase("[saml-profiles/4.1.4.3]", "saml-profiles/4.1.4.3", "4:7: \"spec\" is a text, and has to be a list. Write \"spec: [one, two]\".")]
    [TestCase("[smoke]", "[smoke, smoke]", "5:15: \"smoke\" stands twice in \"tags\". Remove one of them.")]
    [TestCase("[smoke]", "[Smoke]", "5:8: The tag is \"Smoke\". Write lower-case letters and digits, joined by single hyphens.")]
    public void Says_what_is_wrong_and_what_to_do(string find, string put, string told)
    {
        Assert.That(Samples.ProblemsAfter(find, put), Is.EqualTo(told));
    }
}
