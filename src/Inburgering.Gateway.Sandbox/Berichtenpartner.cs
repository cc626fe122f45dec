namespace Inburgering.Gateway.Sandbox;

/// <summary>A partner that has no API of its own: it sends messages, and takes persons in. A simulator of one says only who it is, by which clients it sends and what it may be told.</summary>
/// <param name="key">The adapter's name in small letters.</param>
/// <param name="zendingen">Clients and sources by which it sends.</param>
/// <param name="aanmeldingen">Null: it is never told of a person, so a path under /{key}/v1 is its 404.</param>
public abstract class Berichtenpartner(string key, Berichtzendingen zendingen, Aanmeldingen? aanmeldingen) : ISandboxPartner
{
    /// <inheritdoc />
    public string Key => key;

    /// <inheritdoc />
    public void MapApi(RouteGroupBuilder api)
    {
        if (aanmeldingen is not null)
        {
            api.MapPost("/aanmeldingen", aanmeldingen.ReceiveAsync);
        }
    }

    /// <inheritdoc />
    public virtual void MapBediening(RouteGroupBuilder bediening)
    {
        bediening.MapPost("/zendingen", zendingen.SendAsync);
        bediening.MapGet("/zendingen", zendingen.All);
        if (aanmeldingen is not null)
        {
            bediening.MapGet("/aanmeldingen", aanmeldingen.All);
        }
    }

    /// <inheritdoc />
    public void Herstel()
    {
        zendingen.Herstel();
        aanmeldingen?.Herstel();
    }
}
