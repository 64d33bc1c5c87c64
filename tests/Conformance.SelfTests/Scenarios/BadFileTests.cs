using NUnit.Framework;

namespace Conformance.SelfTests.Scenarios;

/// <summary>One fault in an otherwise sound file, and exactly what a person is told about it.</summary>
internal sealed class BadFileTests
{
    private static readonly (string Find, string Put, string Told)[] _faults =
    [
        ("level: must", "levle: must", "3:1: x"),
        ("level: must\n", "", "x"),
        ("level: must", "level: Must", "x"),
        ("level: must", "level: [must]", "x"),
        ("level: must", "level:", "x"),
        ("level: must\nspec", "spec", "x"),
        ("tags: [smoke]\n", "tags: [smoke]\nlevel: must\n", "x"),
        ("tags: [smoke]\n", "", "x"),
        ("- journey: login", "- jorney: login", "x"),
        ("- journey: login", "- journey: logn", "x"),
        ("    as: attacker", "    ass: attacker", "x"),
        ("    as: attacker", "    as: atacker", "x"),
        ("${sp.entity-id}", "${sp.entityid}", "x"),
        ("${sp.entity-id}", "${so.entity-id}", "x"),
        ("${sp.entity-id}", "${sp}", "x"),
        ("${sp.entity-id}", "${sp.entity-id", "x"),
        ("${sp.entity-id}", "${case.x}", "x"),
        ("${sp.entity-id}", "${request.Issuer}", "x"),
        ("{ within: 60s }", "{ within: soon }", "x"),
        ("{ within: 60s }", "{ witin: 60s }", "x"),
        ("{ within: 60s }", "{ matches: \"[\" }", "x"),
        ("{ within: 60s }", "{ within: 60s, present: true }", "x"),
        ("MUST", "must", "x"),
        ("Response.\n", "Response\n", "x"),
        ("provider\n", "provider.\n", "x"),
        ("{ signed-in: attacker }", "attacker", "x"),
        ("{ signed-in: attacker }", "nobdy", "x"),
        ("{ signed-in: attacker }", "{ signed-in: nobody }", "x"),
        ("{ signed-in: attacker }", "nobody", "x"),
        ("  - session: { signed-in: attacker }", "  - click: Next", "x"),
        ("  - session: { signed-in: attacker }", "  - session", "x"),
        ("  - session: { signed-in: attacker }", "  - open: https://dialpad.com/", "x"),
        ("  - idp-answers: Response\n", "  - idp-answers: Respones\n", "x"),
        ("  - idp-answers: Response\n", "  - idp-answers: Response\n    session: nobody\n", "x"),
        ("  - idp-answers: Response\n", "  - subject: attacker\n    idp-answers: Response\n", "x"),
        ("  - idp-answers: Response\n", "  - idp-answers: Response\n    tamper:\n      - strip-signatur: all\n", "x"),
        ("  - idp-answers: Response\n", "  - idp-answers: Response\n    tamper:\n      - strip-signature: respone\n", "x"),
        ("  - idp-answers: Response\n", "  - idp-answers: Response\n    tamper: [strip-signature]\n", "x"),
        ("  - idp-answers: Response\n", "  - idp-answers: Response\n    tamper: [replay: x]\n", "x"),
        ("  - idp-answers: Response\n", "  - idp-answers: Response\n    tamper:\n      - wrap-signature: { at: x, forg: role }\n", "x"),
        ("  - idp-answers: Response\n", "  - idp-answers: Response\n    sign: bth\n", "x"),
        ("  - idp-answers: Response\n", "  - idp-answers: Response\n    unsolicited: yes\n", "x"),
        ("  - idp-answers: Response\n", "  - idp-answers: Response\n    as: request\n", "x"),
        ("  - idp-answers: Response\n", "  - idp-answers: Response\n    as: idp\n", "x"),
        ("  - idp-answers: Response\n", "  - idp-repeats: reqest\n", "x"),
        ("  - idp-answers: Response\n", "  - idp-shows: unasigned\n", "x"),
        ("  - idp-answers: Response\n", "  - advance: later\n", "x"),
        ("  - idp-answers: Response\n", "  - back: 0\n", "x"),
        ("  - idp-answers: Response\n", "  - in-tab: second\n", "x"),
        ("  - idp-answers: Response\n", "  - together: [[{ journey: login }]]\n", "x"),
        ("  - idp-answers: Response\n", "  - request: FETCH ${sp.url}\n", "x"),
        ("  - idp-answers: Response\n", "  - idp-admin: { asign: attacker }\n", "x"),
        ("  - idp-answers: Response\n", "  - restart-sp: false\n", "x"),
        ("  - idp-answers: Response\n", "  - see: { heading: Welcome }\n", "x"),
        ("  - idp-answers: Response\n", "  - see: {}\n", "x"),
        ("  - idp-answers: Response\n", "  - hops: []\n", "x"),
        ("steps:\n", "given: { sp: dialpad }\nsteps:\n", "x"),
        ("steps:\n", "given: { person: alce }\nsteps:\n", "x"),
        ("steps:\n", "given: { idp: \"\" }\nsteps:\n", "x"),
        ("steps:\n", "given: { needs: [encription] }\nsteps:\n", "x"),
        ("steps:\n", "given: {}\nsteps:\n", "x"),
        ("steps:\n", "control: saml/logn\nsteps:\n", "x"),
        ("steps:\n", "control: saml/x\nsteps:\n", "x"),
        ("steps:\n", "control: ${sp.url}\nsteps:\n", "x"),
        ("steps:\n", "cases: {}\nsteps:\n", "x"),
        ("steps:\n", "cases: { One: {} }\nsteps:\n", "x"),
        ("steps:\n", "cases: { one: {}, one: {} }\nsteps:\n", "x"),
        ("steps:\n", "cases: { one: { a: 1 }, two: { b: 1 } }\nsteps:\n", "x"),
        ("steps:\n", "cases: { one: 1 }\nsteps:\n", "x"),
        ("steps:\n", "cases: { one: { name: x } }\nsteps:\n", "x"),
        ("steps:\n", "cases: { one: { a: \"${case.b}\" } }\nsteps:\n", "x"),
        ("steps:\n", "cases: { one: { a: \"${spp.url}\" } }\nsteps:\n", "x"),
        ("steps:\n", "cases: { except: [] }\nsteps:\n", "x"),
        ("steps:\n", "cases: { each: { a: [x, x] } }\nsteps:\n", "x"),
        ("steps:\n", "cases: { each: { a: [] } }\nsteps:\n", "x"),
        ("steps:\n", "cases: { each: { a: [X] } }\nsteps:\n", "x"),
        ("steps:\n", "cases: { each: { a: [x, y] }, except: [{ a: z, why: no }] }\nsteps:\n", "x"),
        ("steps:\n", "cases: { each: { a: [x, y] }, except: [{ a: x }] }\nsteps:\n", "x"),
        ("steps:\n", "cases: { each: { a: [x] }, except: [{ a: x, why: no }] }\nsteps:\n", "x"),
        ("steps:\n", "cases: { each: { a: [x-y, x], b: [z, y-z] } }\nsteps:\n", "x"),
        ("steps:\n", "cases: { each: { a: { x: { v: 1 }, y: { w: 1 } } } }\nsteps:\n", "x"),
        ("[saml-profiles/4.1.4.3]", "[]", "x"),
        ("[saml-profiles/4.1.4.3]", "[saml profiles]", "x"),
        ("[saml-profiles/4.1.4.3]", "saml-profiles/4.1.4.3", "x"),
        ("[smoke]", "[smoke, smoke]", "x"),
        ("[smoke]", "[Smoke]", "x"),
        ("name: A", "name: &a A", "x"),
        ("name: A", "name: !!str A", "x"),
        ("[smoke]", "*a", "x"),
        ("  - journey: login\n", "\t- journey: login\n", "x"),
        ("    as: attacker\n", "   as: attacker\n", "x"),
        ("[smoke]", "[smoke", "x"),
        ("name: A", "name: A: b", "x"),
        ("name: A", "name: \"A", "x"),
        ("name: A", "name: @A", "x"),
        ("name: A", "<<: {}\nname: A", "x"),
        ("name: A", "name: A\n---\nname: A", "x"),
        ("name: A", "name: \"\\y\" A", "x"),
        ("name: A", "name: \u0001A", "x"),
        ("name: A", "? [a]\n: b\nname: A", "x"),
    ];

    [TestCaseSource(nameof(Faults))]
    public void Says_what_is_wrong_and_what_to_do(string find, string put, string told)
    {
        Assume.That(Samples.Login, Does.Contain(find));
        var at = Samples.Login.IndexOf(find, StringComparison.Ordinal);
        var text = Samples.Login[..at] + put + Samples.Login[(at + find.Length)..];

        File.AppendAllText("/tmp/scen-dump.txt", $"{Array.FindIndex(_faults, f => f.Find == find && f.Put == put):00}\u0001{put}\u0001{string.Join("\n", Samples.Problems(text)).Replace("scenarios/saml/x.yaml:", string.Empty, StringComparison.Ordinal)}\u0002");
        Assert.That(string.Join("\n", Samples.Problems(text)).Replace("scenarios/saml/x.yaml:", string.Empty, StringComparison.Ordinal), Is.EqualTo(told));
    }

    private static IEnumerable<TestCaseData> Faults() =>
        _faults.Select((fault, i) => new TestCaseData(fault.Find, fault.Put, fault.Told).SetName($"Bad_file_{i:00}"));
}
