using Microsoft.AspNetCore.Http;

namespace Conformance.Fakes.Stubs;

/// <summary>What happens to one request: read, routed, answered, written down, sent.</summary>
internal sealed class StubPipeline(StubRoutes routes, StubJournal journal, TimeProvider time, CancellationToken stop)
{
    public async Task HandleAsync(HttpContext context)
    {
        using var turn = new StubTurn(context, time, stop);
        try
        {
            await turn.ReadAsync(routes);
            journal.Add(await turn.AnswerAsync());
            await turn.SendAsync();
        }
        catch (OperationCanceledException) when (turn.IsOver)
        {
            // Nobody is left to answer: the client went away or the host stops.
            context.Abort();
        }
    }
}
