using NUnit.Framework;

namespace Conformance.SelfTests.Scenarios;

/// <summary>One fault in the cases of an otherwise sound file, and exactly what a person is told about it.</summary>
internal sealed class BadCaseTests
{
    [TestCase("steps:\n", "cases: {}\nsteps:\n", "6:8: \"cases\" is an empty map. Write \"name: { key: value }\" for each case, or leave \"cases\" out.")]
    [TestCase("steps:\n", "cases: { One: {} }\nsteps:\n", "6:10: The name of a case is \"One\". Write lower-case letters and digits, joined by single hyphens, because it becomes part of the address.")]
    [TestCase("steps:\n", "cases: { one: {}, one: {} }\nsteps:\n", "6:19: \"one\" stands here a second time, first in line 6. Remove one of them.")]
    [TestCase("steps:\n", "cases: { one: { a: 1 }, two: { b: 1 } }\nsteps:\n", "6:25: The case \"two\" lacks \"a\", which \"one\" has. Every case has the same keys: add it.\n6:25: The case \"two\" has \"b\", which \"one\" lacks. Every case has the same keys: add it there or remove it here.")]
    [TestCase("steps:\n", "cases: { one: 1 }\nsteps:\n", "6:15: The case \"one\" is a text, and has to be a map of values. A case without values is \"one: {}\".")]
    [TestCase("steps:\n", "cases: { one: { name: x } }\nsteps:\n", "6:17: \"name\" is always the case's own name. Choose another key.")]
    [TestCase("steps:\n", "cases: { one: { a: \"${case.b}\" } }\nsteps:\n", "6:20: \"${case.b}\" stands in the value of a case, and cases cannot use each other. Write the value out.")]
    [TestCase("steps:\n", "cases: { one: { a: \"${spp.url}\" } }\nsteps:\n", "6:20: Nothing is called \"spp\" in \"${spp.url}\". Did you mean \"sp\"?")]
    [TestCase("steps:\n", "cases: { except: [] }\nsteps:\n", "6:8: \"cases\" with \"each\" lacks \"each\". Add \"each: …\".")]
    [TestCase("steps:\n", "cases: { each: { a: [x, x] } }\nsteps:\n", "6:25: \"x\" stands twice in \"a\". Remove one of them.")]
    [TestCase("steps:\n", "cases: { each: { a: [] } }\nsteps:\n", "6:21: \"a\" holds no words. Write \"a: [word, word]\".")]
    [TestCase("steps:\n", "cases: { each: { a: [X] } }\nsteps:\n", "6:22: A word of \"a\" is \"X\". Write lower-case letters and digits, joined by single hyphens, because it becomes part of the address.")]
    [TestCase("steps:\n", "cases: { each: { a: [x, y] }, except: [{ a: z, why: no }] }\nsteps:\n", "6:45: \"z\" is no word of \"a\". Write one of: x, y.")]
    [TestCase("steps:\n", "cases: { each: { a: [x, y] }, except: [{ a: x }] }\nsteps:\n", "6:40: An exception lacks \"why\". Add \"why: …\".")]
    [TestCase("steps:\n", "cases: { each: { a: [x] }, except: [{ a: x, why: no }] }\nsteps:\n", "6:16: \"except\" leaves no combination. Remove an exception.")]
    [TestCase("steps:\n", "cases: { each: { a: [x-y, x], b: [z, y-z] } }\nsteps:\n", "6:16: Two combinations are called \"x-y-z\". Rename a word so that the joined names differ.")]
    [TestCase("steps:\n", "cases: { each: { a: { x: { v: 1 }, y: { w: 1 } } } }\nsteps:\n", "6:36: The word \"y\" has other keys than \"x\". Every word of \"a\" has the same: v.")]
    public void Says_what_is_wrong_and_what_to_do(string find, string put, string told)
    {
        Assert.That(Samples.ProblemsAfter(find, put), Is.EqualTo(told));
    }
}
