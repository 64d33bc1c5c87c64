using System.Collections.Concurrent;
using Conformance.Saml.Forging;

namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>Everything that lasts only until the next attempt.</summary>
internal sealed class LoginState(IdSource ids)
{
    private readonly ConcurrentDictionary<string, IdpSession> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Login> _logins = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Handover> _handovers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HeldAnswer> _held = new(StringComparer.Ordinal);
    private int _grants;

    public int Grants => Volatile.Read(ref _grants);

    public void Grant(int count) => Interlocked.Add(ref _grants, count);

    public void RevokeGrants() => Interlocked.Exchange(ref _grants, 0);

    /// <summary>Uses up one grant, if there is one.</summary>
    public bool TakeGrant()
    {
        int before;
        do
        {
            before = Volatile.Read(ref _grants);
            if (before == 0)
            {
                return false;
            }
        }
        while (Interlocked.CompareExchange(ref _grants, before - 1, before) != before);

        return true;
    }

    public Login Begin(ReceivedMessage? request, ServiceProviderApplication? application)
    {
        var login = new Login(ids.Next(), request, application);
        _logins[login.Id] = login;
        return login;
    }

    public Login? Find(string? loginId) => loginId is null ? null : _logins.GetValueOrDefault(loginId);

    public IdpSession SignIn(IdpPerson person, DateTimeOffset now)
    {
        var session = new IdpSession(ids.Next(), person.UserName, now);
        _sessions[session.Id] = session;
        return session;
    }

    public IdpSession? Session(string? id) => id is null ? null : _sessions.GetValueOrDefault(id);

    public void SignOut(string? id)
    {
        if (id is not null)
        {
            _sessions.TryRemove(id, out _);
        }
    }

    public string Pass(Handover handover)
    {
        var code = ids.Next();
        _handovers[code] = handover;
        return code;
    }

    public Handover? Redeem(string? code) => code is not null && _handovers.TryRemove(code, out var handover) ? handover : null;

    public string Hold(HeldAnswer answer)
    {
        var token = ids.Next();
        _held[token] = answer;
        return token;
    }

    public HeldAnswer? Release(string token) => _held.TryRemove(token, out var answer) ? answer : null;

    public void Clear()
    {
        RevokeGrants();
        _sessions.Clear();
        _logins.Clear();
        _handovers.Clear();
        _held.Clear();
    }
}
