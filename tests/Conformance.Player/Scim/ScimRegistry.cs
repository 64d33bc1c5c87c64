using Conformance.Scim;

namespace Conformance.Player.Scim;

/// <summary>
/// What one play has made, and nothing else: the only resources that it may change. An id gets here by an answer to a request of the
/// play's own that created something and names it as the request did.
/// </summary>
internal sealed class ScimRegistry
{
    private readonly Lock _lock = new();
    private readonly List<ScimCreated> _created = [];
    private readonly HashSet<string> _invented = new(StringComparer.Ordinal);
    private readonly List<(string Type, string Name, string By)> _unanswered = [];

    public IReadOnlyList<ScimCreated> Created
    {
        get
        {
            lock (_lock)
            {
                return [.. _created];
            }
        }
    }

    /// <summary>Names of users whose creation was asked for without an answer that tells an id.</summary>
    public IReadOnlyList<(string Type, string Name, string By)> Unanswered
    {
        get
        {
            lock (_lock)
            {
                return [.. _unanswered];
            }
        }
    }

    /// <summary>Takes an id that the play made up: nobody has it.</summary>
    public string Invent(string id)
    {
        _ = _invented.Add(id);
        return id;
    }

    public bool MayChange(string id)
    {
        lock (_lock)
        {
            return _invented.Contains(id) || _created.Exists(created => created.Id == id);
        }
    }

    public void Heard(string type, string by, ScimReply reply)
    {
        var nameOf = type == "Users" ? "userName" : "displayName";
        var (sent, said) = (ScimJson.Text(reply.Sent, nameOf), ScimJson.Text(reply.Body, nameOf));
        lock (_lock)
        {
            // An answer about somebody else is no leave to change them.
            if (reply.IsSuccess && reply.Id is { Length: > 0 } id && (said is null || string.Equals(sent, said, StringComparison.OrdinalIgnoreCase)))
            {
                _created.Add(new ScimCreated(type, id, by));
            }
            else if (reply.Status is 0 or >= 200 and < 300 or >= 500 && sent is { Length: > 0 })
            {
                _unanswered.Add((type, sent, by));
            }
        }
    }

    public void Gone(string id)
    {
        lock (_lock)
        {
            foreach (var gone in _created.Where(created => created.Id == id).ToList())
            {
                _ = _created.Remove(gone);
                _ = _invented.Add(id);
            }
        }
    }

    public void Found(ScimCreated created)
    {
        lock (_lock)
        {
            _created.Add(created);
        }
    }
}
