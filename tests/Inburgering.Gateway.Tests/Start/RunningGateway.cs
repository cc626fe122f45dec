namespace Inburgering.Gateway.Tests.Start;

/// <summary>One instance without demo data that stays up while a class of tests looks at it.</summary>
public sealed class RunningGateway : IAsyncLifetime
{
    private readonly RunFolder _folder = new();

    internal RunInstance Instance { get; private set; } = null!;

    internal string ReadyLine { get; private set; } = "";

    public string Data(string name) => _folder.Data(name);

    public async ValueTask InitializeAsync()
    {
        Instance = RunInstance.Start(new RunPlan(Data("een"), "--leeg"));
        ReadyLine = await Instance.ReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Instance.DisposeAsync();
        _folder.Dispose();
    }
}
