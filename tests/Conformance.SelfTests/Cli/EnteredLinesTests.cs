using System.IO.Pipelines;
using Conformance.Cli.Output;
using NUnit.Framework;

namespace Conformance.SelfTests.Cli;

/// <summary>What a person enters while a run waits for them.</summary>
[CancelAfter(30_000)]
internal sealed class EnteredLinesTests
{
    [Test]
    public async Task A_line_ends_the_waiting_of_its_moment_and_of_no_later_one()
    {
        var pipe = new Pipe();
        using var reader = new StreamReader(pipe.Reader.AsStream());
        var lines = new EnteredLines(reader);

        var first = lines.NextAsync(CancellationToken.None);
        await pipe.Writer.WriteAsync("\n"u8.ToArray());
        await first;
        var second = lines.NextAsync(CancellationToken.None);

        Assert.That(second.IsCompleted, Is.False);
        await pipe.Writer.WriteAsync("\n"u8.ToArray());
        await second;
    }

    [Test]
    public async Task The_end_of_the_input_is_no_line()
    {
        using var ending = new CancellationTokenSource();
        var next = new EnteredLines(TextReader.Null).NextAsync(ending.Token);

        await ending.CancelAsync();

        await Assert.ThatAsync(() => next, Throws.InstanceOf<OperationCanceledException>());
    }
}
