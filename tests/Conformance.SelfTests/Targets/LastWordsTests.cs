using Conformance.Player.Targets;
using NUnit.Framework;

namespace Conformance.SelfTests.Targets;

/// <summary>How a program ended is told as a person would.</summary>
internal sealed class LastWordsTests
{
    [TestCase(139, "", "the process ended with exit code 139 (SIGSEGV) and said nothing")]
    [TestCase(1, "starting\n\nout of memory\n", "the process ended with exit code 1 and last said \"starting / out of memory\"")]
    [TestCase(null, "a\nb\nc\nd\ne", "the process ended and last said \"b / c / d / e\"")]
    public void Are(int? exitCode, string printed, string expected) => Assert.That(LastWords.Of("the process", exitCode, printed), Is.EqualTo(expected));
}
