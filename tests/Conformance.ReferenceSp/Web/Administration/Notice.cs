namespace Conformance.ReferenceSp.Web.Administration;

/// <summary>What the settings say on top of the page.</summary>
/// <param name="IsError">Whether something is wrong.</param>
/// <param name="Sentence">What.</param>
internal sealed record Notice(bool IsError, string Sentence)
{
    public string Html => IsError
        ? $"<p class=\"error\" role=\"alert\">{Pages.Encode(Sentence)}</p>"
        : $"<p class=\"note\" role=\"status\">{Pages.Encode(Sentence)}</p>";
}
