namespace Inburgering.Gateway.Sandbox;

/// <summary>One partner's simulator. Found by looking: a folder <c>adapters/X/Sandbox</c> is served because it exists.</summary>
/// <remarks>The constructor may take a <see cref="SandboxOmgeving"/>, a <see cref="GatewayZender"/> and a <see cref="TimeProvider"/>.</remarks>
public interface ISandboxPartner
{
    /// <summary>The adapter's name in small letters: first segment of every path of this partner.</summary>
    string Key { get; }

    /// <summary>The partner's own API under <c>/{key}/v1</c>. Faults, recording and answer headers are the program's.</summary>
    void MapApi(RouteGroupBuilder api);

    /// <summary>What tests steer, under <c>/_sandbox/{key}</c>. Storingen, verzoeken and herstel are the program's.</summary>
    void MapBediening(RouteGroupBuilder bediening);

    /// <summary>Puts the partner's state back to how it started.</summary>
    void Herstel();
}
