using Conformance.Benchmarks.Rehearsals;
using NUnit.Framework;

namespace Conformance.SelfTests;

/// <summary>One set-up of the suite for all tests that play it: its keys and its browser cost more than most tests.</summary>
[SetUpFixture]
internal sealed class SharedRehearsal
{
    private static Lazy<Rehearsal> _rehearsal = new();

    public static Rehearsal Instance => _rehearsal.Value;

    [OneTimeTearDown]
    public async Task Close()
    {
        if (_rehearsal.IsValueCreated)
        {
            await _rehearsal.Value.DisposeAsync();
            _rehearsal = new Lazy<Rehearsal>();
        }
    }
}
