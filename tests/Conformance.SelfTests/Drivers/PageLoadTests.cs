using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Conformance.Player.Drivers;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Conformance.SelfTests.Drivers;

/// <summary>A load that came between Playwright's look and its waiting is found by asking again, as in one of some hundred browser scenarios.</summary>
internal sealed class PageLoadTests
{
    [Test]
    public async Task Asks_again_for_a_load_that_was_missed()
    {
        var (page, asked) = PageThatMisses(times: 1);

        await PageLoad.WaitAsync(page, TimeSpan.FromSeconds(15));

        Assert.That(asked, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Gives_a_page_up_that_is_never_loaded()
    {
        var (page, asked) = PageThatMisses(times: int.MaxValue);

        await Assert.ThatAsync(() => PageLoad.WaitAsync(page, TimeSpan.FromSeconds(2.5)), Throws.InstanceOf<TimeoutException>());

        Assert.That(asked, Is.EqualTo(new float?[] { 1000, 1000, 500 }));
    }

    private static (IPage Page, List<float?> Asked) PageThatMisses(int times)
    {
        var page = DispatchProxy.Create<IPage, MissingPage>();
        var missing = (MissingPage)(object)page;
        missing.Times = times;
        return (page, missing.Asked);
    }

    /// <summary>A page whose load is missed, and nothing else.</summary>
    [SuppressMessage("Performance", "CA1852", Justification = "What stands in for the interface is derived from it at run time.")]
    internal class MissingPage : DispatchProxy
    {
        public int Times { get; set; }

        public List<float?> Asked { get; } = [];

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            Assert.That(targetMethod!.Name, Is.EqualTo(nameof(IPage.WaitForLoadStateAsync)));
            Asked.Add(((PageWaitForLoadStateOptions)args![1]!).Timeout);
            return Asked.Count > Times ? Task.CompletedTask : Task.FromException(new TimeoutException());
        }
    }
}
